import { describeStore } from './store-suite.ts';

describeStore("Chromium's IndexedDB", () => ({}));
