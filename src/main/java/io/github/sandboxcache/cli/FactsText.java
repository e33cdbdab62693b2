package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.usage.FactQuery;
import io.github.sandboxcache.domain.usage.UsageFact;
import io.github.sandboxcache.domain.usage.UsageLedger;
import io.github.sandboxcache.text.Csv;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.FailureText;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.RelativeTime;
import io.github.sandboxcache.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Facts as a table for people, and as CSV. */
final class FactsText {
  /** More than a few screens full are for programs. */
  private static final int DEFAULT_LIMIT = 100;

  private FactsText() {}

  static void print(FactQuery query, UsageLedger ledger, Instant now, Output output) {
    List<UsageFact> facts = new ArrayList<>();
    OptionalInt limit = query.limit().isPresent() ? query.limit() : OptionalInt.of(DEFAULT_LIMIT);
    FactQuery limited =
        new FactQuery(query.range(), query.language(), query.key(), query.kind(), limit);
    ledger.facts(limited, facts::add);
    if (facts.isEmpty()) {
      output.line(Texts.text("cli.usage.nothing"), Style.PLAIN);
      return;
    }
    output.table(table(facts, now));
    if (query.limit().isEmpty() && facts.size() == DEFAULT_LIMIT) {
      output.line(Texts.text("cli.usage.more", DEFAULT_LIMIT), Style.FAINT);
    }
  }

  /** Reasons have a column where there are any. */
  private static Table table(List<UsageFact> facts, Instant now) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                Texts.text("cli.column.when"),
                Texts.text("cli.column.kind"),
                Texts.text("cli.column.image"),
                Texts.text("cli.column.took-right"),
                Texts.text("cli.column.size-right"),
                Texts.text("cli.column.packages")));
    boolean reasons = facts.stream().anyMatch(fact -> fact.reason().isPresent());
    if (reasons) {
      columns.add(Texts.text("cli.column.reason"));
    }
    Table table = new Table(columns.toArray(String[]::new));
    for (UsageFact fact : facts) {
      List<Cell> cells = cells(fact, now);
      if (reasons) {
        cells.add(Cell.of(fact.reason().flatMap(FailureText::brief).orElse(Texts.text("none"))));
      }
      table.add(cells.toArray(Cell[]::new));
    }
    return table;
  }

  private static List<Cell> cells(UsageFact fact, Instant now) {
    return new ArrayList<>(
        List.of(
            Cell.of(RelativeTime.ago(fact.time(), now)),
            new Cell(Texts.text("fact." + FactDocument.lower(fact.kind())), style(fact)),
            Cell.of(fact.reference().toString()),
            Cell.of(fact.duration().map(RelativeTime::length).orElse(Texts.text("none"))),
            Cell.of(
                fact.bytes().isPresent()
                    ? DecimalSize.of(fact.bytes().getAsLong()).toString()
                    : Texts.text("none")),
            Cell.of(
                fact.packages()
                    .map(names -> String.join(", ", names.stream().map(PlainText::line).toList()))
                    .orElse(Texts.text("none")))));
  }

  private static Style style(UsageFact fact) {
    return switch (fact.kind()) {
      case HIT -> Style.GOOD;
      case FAILED, UNSAVED -> Style.BAD;
      case MISS, INSTALLED, USED, REMOVED -> Style.PLAIN;
    };
  }

  static void printCsv(FactQuery query, UsageLedger ledger, Output output) {
    output.text(Csv.line(FactDocument.COLUMNS));
    ledger.facts(query, fact -> output.text(Csv.line(plain(FactDocument.of(fact).cells()))));
  }

  /** Control characters must not reach a terminal this way either. */
  private static List<String> plain(List<String> cells) {
    return cells.stream().map(PlainText::line).toList();
  }
}
