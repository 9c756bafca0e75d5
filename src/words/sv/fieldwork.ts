export const fieldwork = {};
