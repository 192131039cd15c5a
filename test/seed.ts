import fc from "fast-check";

/** Drawn cases are the same in every run and on every machine; SEED in the environment searches elsewhere. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20240430) });
