package io.github.sandboxcache.build.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The timers of all systems prune by the approved rule, and by no other. */
class TimersTest {
  private static final Path PACKAGING = Path.of("packaging");

  @ParameterizedTest
  @CsvSource({
    "macos/io.github.sandboxcache.prune.plist, string",
    "windows/sandbox-cache-prune.xml, Arguments"
  })
  void xmlIsWellFormedAndRunsTheApprovedRule(String file, String element) throws Exception {
    assertThat(String.join(" ", texts(parse(PACKAGING.resolve(file)), element)))
        .contains("prune --policy-from-settings");
  }

  @Test
  void theSystemdServiceRunsTheApprovedRuleAndItsTimerIsDaily() throws IOException {
    Path units = PACKAGING.resolve("linux/systemd");
    assertThat(Files.readAllLines(units.resolve("sandbox-cache-prune.service")))
        .contains("Type=oneshot", "ExecStart=sandbox-cache prune --policy-from-settings");
    assertThat(Files.readAllLines(units.resolve("sandbox-cache-prune.timer")))
        .contains("OnCalendar=daily", "Persistent=true", "WantedBy=timers.target");
  }

  private static Document parse(Path file)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    // The document type of property lists is not fetched.
    builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
    return builder.parse(file.toFile());
  }

  private static List<String> texts(Document document, String element) {
    NodeList found = document.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }
}
