package io.github.sandboxcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.domain.cache.CacheKey;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.ImageLabels;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.engine.EngineImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards the documents of {@code inspect} and {@code diff}, and what people read. */
class InspectCommandTest {
  private static final List<String> PYTHON = List.of("httpx==0.27.2", "pydantic==2.9.2");

  private static String name(Language language, List<String> packages) {
    return CacheReference.of(language, CacheKey.of(language, packages)).toString();
  }

  private static CommandLineRun run(String... arguments) {
    return CommandLineRun.of(new SampleAccess(), arguments);
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void documentHasExactlyTheseFields() {
    CommandLineRun run =
        run("inspect", name(Language.PYTHON, PYTHON), "--sample", "--json", "--files");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode document = run.document();
    assertThat(fields(document))
        .containsExactly(
            "reference",
            "imageId",
            "packages",
            "asked",
            "layers",
            "usedBy",
            "tags",
            "labels",
            "baseImage",
            "baseOutdated",
            "sessionFiles",
            "waste",
            "problems",
            "files",
            "pulled");
    assertThat(fields(document.get("packages").get(0)))
        .containsExactly("name", "version", "sizeBytes", "asked");
    assertThat(fields(document.get("asked"))).containsExactly("packages", "from");
    assertThat(fields(document.get("layers").get(0)))
        .containsExactly("diffId", "sizeBytes", "createdBy", "createdAt", "sharedWith", "own");
    assertThat(fields(document.get("sessionFiles"))).containsExactly("files", "bytes", "largest");
    assertThat(fields(document.get("waste").get(0))).containsExactly("kind", "files", "bytes");
    assertThat(fields(document.get("files")))
        .containsExactly("files", "bytes", "largestFiles", "largestDirectories");
    for (String largest : List.of("largestFiles", "largestDirectories")) {
      assertThat(fields(document.get("files").get(largest).get(0)))
          .as(largest)
          .containsExactly("path", "bytes");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "python | httpx==0.27.2 pydantic==2.9.2 | httpx 0.27.2, pydantic 2.9.2",
        "typescript | zod@3.23.8 tsx@4.19.1 | tsx 4.19.1, zod 3.23.8",
        "go | github.com/google/uuid@v1.6.0 | github.com/google/uuid v1.6.0",
        "rust | clap@4.5 anyhow@1.0 | anyhow 1.0, clap 4.5",
        "bash | curl jq | curl 1.0.0, jq 1.0.0"
      })
  void theSamplesImagesHoldWhatTheyWereAskedToHave(
      String language, String asked, String installed) {
    JsonNode document =
        run(
                "inspect",
                name(new Language(language), List.of(asked.split(" "))),
                "--sample",
                "--json")
            .document();

    List<String> found = new ArrayList<>();
    for (JsonNode each : document.get("packages")) {
      found.add(each.get("name").textValue() + " " + each.get("version").textValue());
      assertThat(each.get("asked").booleanValue()).as("%s was asked for", each).isTrue();
    }
    assertThat(String.join(", ", found)).isEqualTo(installed);
    assertThat(document.get("asked").get("from").textValue()).isEqualTo("label");
    assertThat(document.get("problems")).isEmpty();
    assertThat(document.get("files").isNull()).isTrue();
  }

  @Test
  void layersOfTheBaseAreToldFromOwnOnes() {
    JsonNode layers =
        run("inspect", name(Language.PYTHON, PYTHON), "--sample", "--json")
            .document()
            .get("layers");

    assertThat(layers.findValuesAsText("own"))
        .containsExactly("false", "false", "false", "false", "true");
  }

  @Test
  void peopleReadTheSame() {
    CommandLineRun run = run("inspect", name(Language.PYTHON, PYTHON), "--sample", "--files");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Asked for: httpx==0.27.2, pydantic==2.9.2 (label)")
        .contains("Base image: sample/python:1")
        .containsPattern("httpx +0\\.27\\.2 +7\\.0 MB +asked for")
        .contains("usr/local/lib/python3.12/site-packages/httpx/core.so")
        .containsPattern("(?m)DIRECTORY\\R(.*\\R)*.* usr/local/lib/python3.12/site-packages/httpx$")
        .contains("bytecode 980 kB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mcp-sandbox-python:base | a base image",
        "mcp-sandbox-python:0123456789ab | no such image",
        "debian:12 | not a cached image"
      })
  void whatIsNoCachedImageIsAFailure(String image, String why) {
    for (List<String> verb :
        List.of(List.of("inspect", image), List.of("diff", name(Language.PYTHON, PYTHON), image))) {
      List<String> arguments = new ArrayList<>(verb);
      arguments.addAll(List.of("--sample", "--json"));
      CommandLineRun run = run(arguments.toArray(String[]::new));

      assertThat(run.code()).isEqualTo(ExitCode.FAILED);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith(image + ": " + why);
    }
  }

  @Test
  void aDifferenceSaysWhatCameAndWhatWent() {
    String other =
        name(
            Language.PYTHON,
            List.of("fastapi==0.115.4", "uvicorn[standard]==0.32.0", "pydantic==2.9.2"));
    CommandLineRun run = run("diff", name(Language.PYTHON, PYTHON), other, "--sample", "--json");

    assertThat(run.code()).isZero();
    assertThat(fields(run.document())).containsExactly("from", "to", "added", "removed", "changed");
    assertThat(fields(run.document().get("from")))
        .containsExactly("reference", "imageId", "sizeBytes", "ownBytes");
    assertThat(run.document().get("added").findValuesAsText("name"))
        .containsExactly("fastapi", "uvicorn");
    assertThat(run.document().get("removed").findValuesAsText("name")).containsExactly("httpx");
    assertThat(run.document().get("changed")).isEmpty();
  }

  @Test
  void peopleReadTheDifferenceAsWell() {
    String other = name(Language.PYTHON, List.of("pydantic==2.9.2", "anyio==4.6.2"));

    assertThat(run("diff", name(Language.PYTHON, PYTHON), other, "--sample").out())
        .containsPattern("\\+ +anyio +4\\.6\\.2")
        .containsPattern("- +httpx +0\\.27\\.2");
    assertThat(run("diff", other, other, "--sample").out())
        .contains("Both have the same packages.");
  }

  @Test
  void whatIsInsideCannotCommandTheTerminal() {
    EngineImage hostile =
        new EngineImage(
            "sha256:f00d",
            List.of("mcp-sandbox-go:0123456789ab"),
            OptionalLong.of(5_000),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(
                ImageLabels.LANGUAGE,
                "go",
                ImageLabels.PACKAGES,
                "[\"evil\\u001b]0;owned\\u0007\\u009b2J\\n/x@v1\"]",
                ImageLabels.BASE_IMAGE,
                "\u001b[31mbase"));
    for (String form : List.of("--files", "--json")) {
      CommandLineRun run =
          CommandLineRun.of(
              new SampleAccess().with(hostile), "inspect", "0123456789ab", "--sample", form);

      assertThat(run.code()).isZero();
      assertThat(run.out())
          .containsIgnoringCase("\\u001b]0;owned\\u0007")
          .doesNotContain("\u001b", "\u009b", "\u0007");
    }
  }
}
