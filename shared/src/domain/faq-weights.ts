// Learnt numbers, written by bench/faq/train.ts; what each stands for is said in
// faq-compare.ts, faq-candidates.ts and faq-confidence.ts. Do not edit by hand.

/** Weights of the ranking, by feature. */
export const rankWeights: Readonly<Record<string, number>> = {
  bm25: -2.488,
  cosine: 0.187,
  dice: -0.211,
  questionCovered: 0.065,
  phrasingCovered: 1.459,
  commonOfLonger: 1.884,
  commonOfShorter: -0.613,
  lengthRatio: -0.324,
  missingQuestion: 0.655,
  missingPhrasing: -0.96,
  topicsShared: -0.158,
  topicsMissingQuestion: -0.136,
  topicsMissingPhrasing: -0.207,
  asksDiffer: -0.087,
  tokensShared: 0.276,
  phrasingLength: -0.532,
  vote: 1.953,
  meanOfThree: 8.486,
  entryCovers: 4.526,
  frequency: -0.082,
  relative: 1.767,
}

/** Weights of the confidence, by feature. */
export const confidenceWeights: Readonly<Record<string, number>> = {
  bm25: -1.097,
  cosine: -0.846,
  dice: 0.375,
  questionCovered: -0.683,
  phrasingCovered: 0.885,
  commonOfLonger: 1.008,
  commonOfShorter: -0.061,
  lengthRatio: -0.347,
  missingQuestion: 0.527,
  missingPhrasing: -0.359,
  topicsShared: -0.323,
  topicsMissingQuestion: -0.232,
  topicsMissingPhrasing: -0.079,
  asksDiffer: -0.08,
  tokensShared: 0.033,
  phrasingLength: 0.108,
  vote: 0.939,
  meanOfThree: 0.988,
  entryCovers: 2.743,
  frequency: -0.134,
  relative: -0.644,
  unknown: -0.853,
  questionLength: 0.816,
  score: 0.185,
  margin: 0.121,
  share: 0.852,
  entropy: -0.139,
  diceMargin: 0.007,
  cosineMargin: -0.183,
  coverageMargin: 0.45,
  refusedLead: -0.382,
  refusedCosine: -0.254,
  refusedVote: -2.12,
  refusedFirst: -0.059,
}

/** Confidence (log odds) of a reply whose features are all zero. */
export const confidenceBias = -5.169
