package org.gongkai;

/** What became of one input of {@link Gongkai#readMany}: a report, or why there is none. */
public final class Result {
  private final Report report;
  private final GongkaiException failure;

  Result(Report report, GongkaiException failure) {
    this.report = report;
    this.failure = failure;
  }

  /** The report; null where it could not be read. */
  public Report report() { return report; }

  /** Why it could not be read; null where it could. */
  public GongkaiException failure() { return failure; }
}
