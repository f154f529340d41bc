/** What one check found. What is not fine comes with the way to mend it. */

/** The checks, in the order in which they are shown. */
export const checkNames = [
  "node", "package", "sdk", "cli",
  "settings", "credentials", "baseUrl", "apiVersion", "ceiling",
  "connection", "token", "portal", "guard",
  "limits", "labels", "customObjects", "tracking", "writing",
  "quota", "dailyQuota",
] as const; // prettier-ignore
export type CheckName = (typeof checkNames)[number];

export type Result =
  | { readonly mark: "ok"; readonly says: string }
  /** It works, but something is better changed. */
  | { readonly mark: "warning"; readonly says: string; readonly mend: string }
  /** Something does not work. */
  | { readonly mark: "problem"; readonly says: string; readonly mend: string }
  /** It was not, or could not be, found out. */
  | { readonly mark: "unknown"; readonly says: string };

export type Mark = Result["mark"];

export const ok = (says: string): Result => ({ mark: "ok", says });
export const warning = (says: string, mend: string): Result => ({ mark: "warning", says, mend });
export const problem = (says: string, mend: string): Result => ({ mark: "problem", says, mend });
export const unknown = (says: string): Result => ({ mark: "unknown", says });
export const notChecked = (because: string): Result => unknown(`not checked, because ${because}`);
