package io.github.sandboxcache.cli;

import io.github.sandboxcache.text.PlainText;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What one verb says: a document for programs on standard output, or lines for people; words about
 * failures on standard error.
 */
final class Output {
  private final Console console;
  private final boolean json;
  private final boolean color;
  private final ProgressWatch watch;

  Output(Console console, boolean json, boolean colorWanted) {
    this(console, json, colorWanted, ProgressWatch.NONE);
  }

  /**
   * The same for a verb whose progress somebody follows.
   *
   * @param watch is told it whether a terminal shows it or not
   */
  Output(Console console, boolean json, boolean colorWanted, ProgressWatch watch) {
    this.console = console;
    this.json = json;
    this.color = colorWanted && console.colorAllowed();
    this.watch = watch;
  }

  /** Whether a program reads standard output. */
  boolean isJson() {
    return json;
  }

  /** The one document of a verb. */
  void document(Object document) {
    console.out().print(JsonText.of(document) + "\n");
    console.out().flush();
  }

  /** One document that is an array, written item by item: it may be long. */
  void documents(Consumer<Consumer<Object>> items) {
    AtomicBoolean first = new AtomicBoolean(true);
    text("[");
    items.accept(
        item ->
            text(
                (first.getAndSet(false) ? "\n" : ",\n")
                    + JsonText.of(item).indent(2).stripTrailing()));
    text(first.get() ? "]\n" : "\n]\n");
    console.out().flush();
  }

  /** Text for programs, as it is. */
  void text(String text) {
    console.out().print(text);
  }

  /** A table for people. */
  void table(Table table) {
    lines(table.lines(color && console.outIsTerminal()));
  }

  /** Lines of harmless text for people. */
  void lines(List<String> lines) {
    lines.forEach(line -> console.out().print(line + "\n"));
    console.out().flush();
  }

  /** A line of harmless text for people that stands out. */
  void line(String line, Style style) {
    lines(List.of(color && console.outIsTerminal() ? style.on(line) : line));
  }

  /** A line for people on standard error; untrusted parts are made harmless. */
  void problem(String line) {
    String plain = PlainText.line(line);
    console.err().println(color && console.errIsTerminal() ? Style.BAD.on(plain) : plain);
  }

  /** A further line on standard error. */
  void detail(String line) {
    console.err().println(PlainText.line(line));
  }

  /** Progress on standard error, where a terminal is there to show it. */
  ProgressLine progress() {
    return new ProgressLine(console.err(), console.errIsTerminal(), watch);
  }
}
