package org.gongkai;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** An immutable object over the library's JSON, which is never changed once it is parsed. */
abstract class Data {
  final JsonObject json;

  Data(JsonObject json) { this.json = json; }

  static JsonObject object(JsonObject in, String name) {
    JsonElement found = in.get(name);
    return found == null || found.isJsonNull() ? null : found.getAsJsonObject();
  }

  /** The member, null where it is not stated. */
  static String text(JsonObject in, String name) {
    JsonElement found = in == null ? null : in.get(name);
    return found == null || found.isJsonNull() ? null : found.getAsString();
  }

  static BigDecimal number(JsonObject in, String name) {
    JsonElement found = in.get(name);
    return found == null || found.isJsonNull() ? null : found.getAsBigDecimal();
  }

  static <T> List<T> list(JsonArray in, Function<JsonElement, T> make) {
    List<T> result = new ArrayList<>(in.size());
    for (JsonElement element : in) {
      result.add(make.apply(element));
    }
    return Collections.unmodifiableList(result);
  }

  final String text(String name) { return text(json, name); }

  final int integer(String name) { return json.get(name).getAsInt(); }

  final boolean flag(String name) { return json.get(name).getAsBoolean(); }

  final BigDecimal number(String name) { return number(json, name); }

  final String inLanguage(String name, Language language) { return text(object(json, name), language.code()); }

  @Override
  public final boolean equals(Object other) {
    return other != null && other.getClass() == getClass() && ((Data) other).json.equals(json);
  }

  @Override
  public final int hashCode() { return json.hashCode(); }

  /** The library's JSON. */
  @Override
  public String toString() { return json.toString(); }
}
