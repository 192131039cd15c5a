/// <reference types="google-apps-script" />

/** Pages are built into the script as text. */
declare module "*.html" {
  const page: string;
  export default page;
}
