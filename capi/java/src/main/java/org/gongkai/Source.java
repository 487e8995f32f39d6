package org.gongkai;

import com.google.gson.JsonObject;

/** Where a cell stood in the document, and what was written there. */
public final class Source extends Data {
  Source(JsonObject json) { super(json); }

  /** "read", "blank", "unreadable", "absent", "inferred" or "not_in_form"; a later version may have more. */
  public String state() { return text("state"); }

  /** As written. */
  public String text() { return text("text"); }

  /** Where. */
  public Place place() { return Place.of(json); }
}
