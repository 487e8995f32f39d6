package org.gongkai;

import com.sun.jna.Pointer;
import java.time.LocalDate;

/**
 * What the caller knows and the document may not say, and limits on untrusted input. What is not set is the library's
 * default, see gk_read_options in gongkai.h. Reading takes a copy.
 */
public final class ReadOptions implements Cloneable {
  private String authority;
  private int year;
  private LocalDate publicationDate;
  private long maxBytes;
  private long maxCells;
  private long maxBlocks;
  private long maxUnpackedBytes;
  private boolean withoutInference;

  /** The body that reports. */
  public ReadOptions authority(String value) {
    authority = value;
    return this;
  }

  /** The year reported on. */
  public ReadOptions year(int value) {
    year = value;
    return this;
  }

  /** The day on which it was published. */
  public ReadOptions publicationDate(LocalDate value) {
    publicationDate = value;
    return this;
  }

  /** Of input, in bytes; 64 MiB where not set. More is a {@link DocumentException}. */
  public ReadOptions maxBytes(long value) {
    maxBytes = atLeastZero(value);
    return this;
  }

  /** Of all tables together; 200,000 where not set. */
  public ReadOptions maxCells(long value) {
    maxCells = atLeastZero(value);
    return this;
  }

  /** Paragraphs and tables; 1,000,000 where not set. */
  public ReadOptions maxBlocks(long value) {
    maxBlocks = atLeastZero(value);
    return this;
  }

  /** Of the parts of a Word or Excel file that are read; 256 MiB where not set. */
  public ReadOptions maxUnpackedBytes(long value) {
    maxUnpackedBytes = atLeastZero(value);
    return this;
  }

  /** Cells that only the form's equations settle stay unreadable. */
  public ReadOptions withoutInference() {
    withoutInference = true;
    return this;
  }

  private static long atLeastZero(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("不能是负数 (must not be negative): " + value);
    }
    return value;
  }

  ReadOptions copy() {
    try {
      return (ReadOptions) clone();
    } catch (CloneNotSupportedException error) {
      throw new AssertionError(error);
    }
  }

  Pointer in(Call call) {
    LocalDate day = publicationDate;
    return call.new Struct(120, true)
        .i64(maxBytes).i64(maxCells).i64(maxBlocks)
        .pointer(call.text(authority)).i32(year).i32(0).i32(0).i32(0)
        .i32(day == null ? 0 : day.getYear()).i32(day == null ? 0 : day.getMonthValue()).i32(day == null ? 0 : day.getDayOfMonth())
        .i32(0)
        .i64(0).i64(0).i64(0).i64(maxUnpackedBytes).i64(0)
        .i32(withoutInference ? 1 : 0).i32(0)
        .done();
  }
}
