import { keepOffline } from './keep-offline.ts';
import { notes } from './notes.ts';

/** The least that keeps a text: a textarea, and IndexedDB with the same durability as ours, nothing sealed. */
const area = document.querySelector('textarea');
if (!area) throw new Error('bare.html has no textarea');

const opening = indexedDB.open('bare', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('draft');
opening.onsuccess = () => {
  const db = opening.result;
  const asking = db.transaction('draft').objectStore('draft').get('draft');
  asking.onsuccess = () => {
    const draft: Record<string, string> = asking.result ?? notes();
    area.value = draft['A7.3'] ?? '';
    area.oninput = () => {
      draft['A7.3'] = area.value;
      db.transaction('draft', 'readwrite', { durability: 'strict' }).objectStore('draft').put(draft, 'draft');
    };
    area.focus();
  };
};
keepOffline();
