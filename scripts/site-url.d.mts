export const LOCAL_SITE_URL: string;
export function siteUrl(): string;
