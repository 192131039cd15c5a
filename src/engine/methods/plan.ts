/**
 * Full year by Bornhuetter and Ferguson: what is booked, plus the part of the plan that is usually still to come.
 * Ignores how good the year has been so far.
 * @see Bornhuetter and Ferguson (1972), Proc. CAS 59, 181-195
 * @example bornhuetterFerguson({ ytd: 40, share: 0.4, plan: 120 }) // => 112
 */
export function bornhuetterFerguson({
  ytd,
  share,
  plan,
}: {
  ytd: number;
  share: number;
  plan: number;
}): number {
  return ytd + (1 - share) * plan;
}

/**
 * Full year by Benktander: credibility mean of the pace by share and of the plan, the booked share as credibility;
 * one further step of Bornhuetter-Ferguson.
 * @see Benktander (1976), The Actuarial Review 3, 7
 * @example benktander({ ytd: 40, share: 0.4, plan: 120 }) // => 107.2
 */
export function benktander({ ytd, share, plan }: { ytd: number; share: number; plan: number }): number {
  return ytd + (1 - share) * bornhuetterFerguson({ ytd, share, plan });
}

/**
 * Full year as a geometric credibility mean of the plan and the pace by share: the plan counts 1 - share.
 * @example planShareBlend({ ytd: 25, share: 0.25, plan: 100 }) // => 100
 */
export function planShareBlend({ ytd, share, plan }: { ytd: number; share: number; plan: number }): number {
  return Math.exp((1 - share) * Math.log(plan) + share * Math.log(ytd / share));
}
