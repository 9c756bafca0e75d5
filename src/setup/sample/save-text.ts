/** Offers a file to keep; with a byte order mark, by which spreadsheets know UTF-8. */
export const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
