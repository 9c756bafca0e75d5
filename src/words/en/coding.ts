export const coding = {};
