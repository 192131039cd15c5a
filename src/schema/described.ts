import { z } from "zod";

/** Fields with the description that the published document shows. */
export const text = (description: string) => z.string().meta({ description });
export const number = (description: string) => z.number().meta({ description });
export const optionalNumber = (description: string) => number(description).optional();
export const probability = (description: string) => z.number().min(0).max(1).meta({ description });
