/** A service worker that keeps what was loaded: the least that starts without a network. */
export const keepOffline = (): void => {
  void navigator.serviceWorker.register('/keep.js');
};
