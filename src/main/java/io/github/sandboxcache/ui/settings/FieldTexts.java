package io.github.sandboxcache.ui.settings;

import io.github.sandboxcache.domain.settings.PruneSetting;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What stands in the fields of the settings, as text and as the number it may be. */
final class FieldTexts {
  static final int MAX_GIGABYTES = 1_000_000;

  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);

  /** Puts a text into a field. */
  void put(Field field, String text) {
    texts.put(field, new SimpleStringProperty(text));
  }

  /** Has a field share the text of somebody else. */
  void share(Field field, StringProperty text) {
    texts.put(field, text);
  }

  /** The text of a field. */
  StringProperty of(Field field) {
    StringProperty text = texts.get(field);
    if (text == null) {
      throw new IllegalArgumentException("no single text: " + field);
    }
    return text;
  }

  /** The same without white space around it. */
  String stripped(Field field) {
    return of(field).get().strip();
  }

  /** The whole number in a field; empty when it is none of that range. */
  OptionalInt number(Field field, int least, int most) {
    try {
      int value = Integer.parseInt(stripped(field));
      return value >= least && value <= most ? OptionalInt.of(value) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  /** The number in a field, whole or not; not a number when it is none. */
  double fraction(Field field) {
    try {
      return Double.parseDouble(stripped(field));
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /** The bytes of the gigabytes in a field; empty when there are none. */
  OptionalLong bytes(Field field) {
    OptionalInt number = number(field, 1, MAX_GIGABYTES);
    return number.isPresent()
        ? OptionalLong.of(number.getAsInt() * PruneSetting.GIGABYTE)
        : OptionalLong.empty();
  }

  /** Bytes as a field has them, in gigabytes. */
  static String gigabytes(OptionalLong bytes) {
    // Less than one, written by hand, is not made none.
    return bytes.isEmpty()
        ? ""
        : String.valueOf(Math.max(1, bytes.getAsLong() / PruneSetting.GIGABYTE));
  }

  /** A number without the decimals of a whole one. */
  static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
