package org.gongkai;

/** What a report can be written as, in the order of GK_WRITE_ in gongkai.h. Each is read back as the same report. */
public enum Format {
  /** Schema gongkai.report/1. */
  JSON,
  /** A page in the official layout. */
  HTML,
  /** Markdown. */
  MARKDOWN,
  /** The form as it reads. */
  CSV,
  /** One cell a row, with keys and labels. */
  CSV_TIDY,
  /** One row, with a column for each cell. */
  CSV_WIDE,
  /** Word. */
  DOCX,
  /** Excel, with sums that work. */
  XLSX
}
