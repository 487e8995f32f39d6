package org.gongkai;

import com.google.gson.JsonObject;

/** One thing that the reader noticed, as what it could not read. */
public final class Note extends Data {
  Note(JsonObject json) { super(json); }

  /** Such as "unparsable"; a later version may have more. */
  public String kind() { return text("kind"); }

  /** The key of the cell, or null. */
  public String cell() { return text("cell"); }

  /** As written. */
  public String text() { return text("text"); }

  /** One line of words. */
  public String message(Language language) { return inLanguage("message", language); }

  /** Where. */
  public Place place() { return Place.of(object(json, "place")); }
}
