/** Only a path of this application: a link from elsewhere must not send people away after signing in. */
export function placeAfter(wanted: string | undefined): string {
  return wanted?.startsWith("/") && !wanted.startsWith("//") && !wanted.includes("\\") ? wanted : "/taken";
}
