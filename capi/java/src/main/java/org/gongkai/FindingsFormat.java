package org.gongkai;

/** What findings can be written as, in the order of GK_FINDINGS_ in gongkai.h. */
public enum FindingsFormat {
  /** Schema gongkai.check/1. */
  JSON,
  /** The same object on one line. */
  JSONL,
  /** SARIF 2.1.0. */
  SARIF,
  /** JUnit XML. */
  JUNIT,
  /** One finding a row. */
  CSV,
  /** The overview page that is made of many reports. */
  HTML,
  /** An Excel workbook; for {@link Assessment#writeBytes}. */
  XLSX,
  /** One line of JSON, schema gongkai.check/2: what was found and the numbers in it, once; for many reports. */
  LEAN
}
