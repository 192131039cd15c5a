import type { RasteriserFiles } from "./presentation/pictures/png.ts";

/**
 * The rasteriser and its fonts as modules of the bundle, as a Worker has them: compiled code and bytes. They are
 * imported when they are asked for, since a Worker that only answers in numbers needs none of them.
 */
export async function rasteriserFiles(): Promise<RasteriserFiles> {
  const [wasm, regular, semiBold] = await Promise.all([
    import("@resvg/resvg-wasm/index_bg.wasm"),
    import("@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf"),
    import("@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf"),
  ]);
  return { wasm: wasm.default, fonts: [regular, semiBold].map((font) => new Uint8Array(font.default)) };
}
