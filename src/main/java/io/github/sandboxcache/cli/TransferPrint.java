package io.github.sandboxcache.cli;

import io.github.sandboxcache.cli.Table.Cell;
import io.github.sandboxcache.domain.registry.TransferOutcome.KeyVerdict;
import io.github.sandboxcache.domain.registry.TransferReport.Direction;
import io.github.sandboxcache.text.DecimalSize;
import io.github.sandboxcache.text.PlainText;
import io.github.sandboxcache.text.Texts;
import io.github.sandboxcache.text.TransferText;
import java.util.Locale;

/** Says what {@code push} and {@code pull} did. */
record TransferPrint(Direction direction, Output output) {
  /** Says it, and returns the exit code. */
  int say(TransferDocument did) {
    if (output.isJson()) {
      output.document(did);
    } else {
      print(did);
    }
    return did.isComplete() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void print(TransferDocument did) {
    Table table =
        new Table(
            Texts.text("cli.column.outcome"),
            Texts.text("cli.column.image"),
            Texts.text("cli.column.size-right"),
            Texts.text("cli.column.note"));
    for (TransferDocument.Moved each : did.moved()) {
      table.add(
          new Cell(Texts.text("cli.transfer.moved." + direction), Style.GOOD),
          Cell.of(each.reference()),
          Cell.of(DecimalSize.of(each.bytes()).toString()),
          Cell.of(note(each)));
    }
    for (TransferDocument.Present each : did.present()) {
      boolean other = Boolean.FALSE.equals(each.same());
      table.add(
          new Cell(Texts.text("cli.transfer.present." + direction), Style.FAINT),
          Cell.of(each.reference()),
          Cell.of(""),
          Cell.of(other ? Texts.text("transfer.other-image") : ""));
    }
    for (TransferDocument.Failed each : did.failed()) {
      table.add(
          new Cell(Texts.text("cli.removal.failed"), Style.BAD),
          Cell.of(PlainText.line(each.reference())),
          Cell.of(""),
          Cell.of(PlainText.line(each.explanation())));
    }
    for (String each : did.cancelled()) {
      table.add(
          new Cell(Texts.text("cli.transfer.cancelled"), Style.FAINT),
          Cell.of(each),
          Cell.of(""),
          Cell.of(""));
    }
    if (!table.isEmpty()) {
      output.table(table);
    }
    output.line(
        Texts.text(
            "cli.transfer.summary." + direction,
            did.moved().size(),
            did.present().size(),
            did.failed().size(),
            did.registry(),
            DecimalSize.of(did.movedBytes())),
        Style.FAINT);
  }

  private String note(TransferDocument.Moved moved) {
    String verdict = moved.key();
    return verdict == null
        ? ""
        : TransferText.of(KeyVerdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
  }
}
