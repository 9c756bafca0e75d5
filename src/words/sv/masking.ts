export const masking = {};
