/** The number that a site gave an article, and the day or month when it was published. */
export interface NumberedArticle {
  readonly site: string;
  readonly number: number;
  /** ISO day, or month where no day is known. */
  readonly published: string;
}

/** Articles with known dates: sites number theirs in the order in which they appear. */
export interface ArticleNumbers {
  readonly anchors: readonly NumberedArticle[];
}
