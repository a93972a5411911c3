/** The encodings that can be chosen; the first go through most files. */
export const encodingNames = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
