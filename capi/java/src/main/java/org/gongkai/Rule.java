package org.gongkai;

import com.google.gson.JsonObject;
import java.util.Locale;

/** A relation that must hold in a report; see {@link Gongkai#rules()}. */
public final class Rule extends Data {
  Rule(JsonObject json) { super(json); }

  /** Its id, which is never renamed: {@code requests.row_total}. */
  public String id() { return text("id"); }

  /** What its findings are, unless a check says otherwise. */
  public Severity severity() { return Severity.valueOf(text("severity").toUpperCase(Locale.ROOT)); }

  /** What must hold. */
  public String statement(Language language) { return inLanguage("statement", language); }

  /** On what ground. */
  public String citation(Language language) { return inLanguage("citation", language); }
}
