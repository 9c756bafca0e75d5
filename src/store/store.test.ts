import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describeStore } from './store-suite.ts';

const indexedDB = new IDBFactory();
describeStore('fake-indexeddb', () => ({ indexedDB, IDBKeyRange }));
