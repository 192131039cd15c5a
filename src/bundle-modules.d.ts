// What a Worker's bundle makes of files that are not scripts, by the rules of wrangler.toml.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.ttf" {
  const bytes: ArrayBuffer;
  export default bytes;
}
