/** What is told of papers, by the name of its words. */
export type PaperTemplate =
  | 'statementReady'
  | 'vehicleInterestReady'
  | 'paperAttached'
  | 'paperRemoved'
  | 'paperMailed'
  | 'papersByMail'
