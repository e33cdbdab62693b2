package installers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** What goes under {@code share}: desktop entry, metainfo, icons, man page, shell completion. */
final class SharedFiles {
  private final Product product;
  private final CommandSpec command;
  private final LocalDate date;

  SharedFiles(Product product, CommandSpec command) {
    this.product = product;
    this.command = command;
    this.date = LocalDate.ofInstant(product.time(), ZoneOffset.UTC);
  }

  /**
   * Writes them.
   *
   * @param share the directory {@code share}
   * @param zshFunctions where zsh looks for functions, which differs between distributions
   */
  void write(Path share, String zshFunctions) throws IOException {
    Path linux = product.packaging().resolve("linux");
    Template.write(
        linux.resolve(Product.ID + ".desktop"),
        share.resolve("applications").resolve(Product.ID + ".desktop"),
        Map.of());
    Template.write(
        linux.resolve(Product.ID + ".metainfo.xml"),
        share.resolve("metainfo").resolve(Product.ID + ".metainfo.xml"),
        Map.of("version", product.version(), "date", date.toString()));
    new AppIcon(product.packaging().resolve("icons").resolve(Product.COMMAND + ".svg"))
        .writeTheme(share.resolve("icons").resolve("hicolor"));
    gzip(
        share.resolve("man").resolve("man1").resolve(Product.COMMAND + ".1.gz"),
        new ManPage(command, product.version(), date)
            .text(Files.readString(linux.resolve("man-tail.roff"))));
    text(
        share.resolve("bash-completion").resolve("completions").resolve(Product.COMMAND),
        AutoComplete.bash(Product.COMMAND, command.commandLine()));
    text(
        share.resolve(zshFunctions).resolve("_" + Product.COMMAND),
        new ZshCompletion(command).text());
    text(
        share.resolve("fish").resolve("vendor_completions.d").resolve(Product.COMMAND + ".fish"),
        new FishCompletion(command).text());
  }

  static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Packs a text without a time in the header. */
  static void gzip(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
