/** Who a letter is from: the county, and the office that the youth belongs to. */
export interface Letterhead {
  readonly county: string;
  readonly head: CountyHead;
  readonly office: { readonly name: string } & OfficeHead;
}

/** What the county writes on every letter; an empty text where it has not said. */
export interface CountyHead {
  /** Where returned letters and reply forms go, a line each. */
  readonly postAddress: readonly string[];
  readonly organisationNumber: string;
  readonly web: string;
  /** Where a reply can be given, without a path: `https://svar.fylke.example`. Empty: no code on the reply form. */
  readonly replyAt: string;
}

export interface OfficeHead {
  readonly visit: readonly string[];
  readonly phone: string;
  readonly email: string;
}

export const emptyCountyHead: CountyHead = { postAddress: [], organisationNumber: '', web: '', replyAt: '' };
export const emptyOfficeHead: OfficeHead = { visit: [], phone: '', email: '' };
