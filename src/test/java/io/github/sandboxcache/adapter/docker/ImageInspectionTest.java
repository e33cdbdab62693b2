package io.github.sandboxcache.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sandboxcache.domain.cache.ReferenceNaming;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.ImageConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an image by its inspection and by one item of the list. */
class ImageInspectionTest {
  private static final String DIGITS = "0123456789abcdef".repeat(4);

  private static ImageInspection inspection(String json) throws JsonProcessingException {
    return EngineJson.MAPPER.readValue(json, ImageInspection.class);
  }

  private static ImageSummary summary(String json) throws JsonProcessingException {
    return EngineJson.MAPPER.readValue(json, ImageSummary.class);
  }

  @Test
  void anInspectionTellsAllThatACatalogNeeds() throws JsonProcessingException {
    ImageInspection inspection =
        inspection(
            """
            {"Id":"%s","Parent":"sha256:p","RepoTags":["a:1","<none>:<none>"],"Size":7,
             "Created":"2025-03-04T06:06:07.987654321+01:00","Config":{"Labels":{"k":"v"}}}
            """
                .formatted(DIGITS));

    assertThat(inspection.toImage())
        .isEqualTo(
            new EngineImage(
                "sha256:" + DIGITS,
                List.of("a:1"),
                OptionalLong.of(7),
                OptionalLong.empty(),
                Optional.of(Instant.parse("2025-03-04T05:06:07Z")),
                Optional.of("sha256:p"),
                Map.of("k", "v")));
    assertThat(inspection.references()).containsExactly("a:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Metadata':{'LastTagTime':'0001-01-01T00:00:00Z'}                               | true",
        "'Metadata':{'LastTagTime':'0001-01-01T00:00:00Z'},'RepoDigests':[]              | true",
        "'Metadata':{'LastTagTime':'2026-01-01T00:00:00Z'}                               | false",
        "'Metadata':{'LastTagTime':'0001-01-01T00:00:00Z'},'RepoTags':['a:1']            | false",
        "'Metadata':{'LastTagTime':'0001-01-01T00:00:00Z'},'RepoDigests':['a@sha256:12'] | false",
        "'Metadata':{'LastTagTime':'0001-01-01T00:00:00Z'},'Descriptor':{'size':1}       | false",
        "'Metadata':{'LastTagTime':'soon'}                                               | false",
        "'Metadata':{}                                                                   | false",
        "'Metadata':null                                                                 | false",
        "'Size':1                                                                        | false"
      },
      quoteCharacter = '`')
  void onlyWhatAnEngineKnowsToHaveHadNoNameIsNeverNamed(String members, boolean never)
      throws JsonProcessingException {
    String json = "{\"Id\":\"a\",%s}".formatted(members.replace("'", "\""));
    assertThat(inspection(json).isKnownToBeNeverNamed()).isEqualTo(never);
  }

  @Test
  void whatAnInspectionDoesNotTellIsEmpty() throws JsonProcessingException {
    assertThat(inspection("{\"Id\":\"a\",\"Parent\":\"\"}").toImage())
        .isEqualTo(
            new EngineImage(
                "a",
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2025-13-04T05:06:07Z",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z"
      })
  void anImageWithoutADateSaysSo(String created) throws JsonProcessingException {
    assertThat(inspection("{\"Id\":\"a\",\"Created\":\"%s\"}".formatted(created)).toImage())
        .returns(Optional.empty(), EngineImage::createdAt);
  }

  @Test
  void onlyAnImageWithADescriptorHasAnotherSizeInTheList() throws JsonProcessingException {
    assertThat(inspection("{\"Id\":\"a\",\"Descriptor\":{}}").sizeDiffersFromList()).isTrue();
    assertThat(inspection("{\"Id\":\"a\",\"Descriptor\":null}").sizeDiffersFromList()).isFalse();
    assertThat(inspection("{\"Id\":\"a\"}").sizeDiffersFromList()).isFalse();
  }

  @Test
  void aConfigurationIsToldAsItStands() throws JsonProcessingException {
    assertThat(
            inspection(
                    """
                    {"Id":"a","Config":{"Cmd":["sh"],"Entrypoint":["tini"],"User":"me",
                     "WorkingDir":"/w","Env":["A=1"]}}
                    """)
                .toConfig())
        .isEqualTo(
            new ImageConfig(
                "a", List.of("sh"), List.of("tini"), "me", "/w", List.of("A=1"), List.of(), false));
    assertThat(inspection("{\"Id\":\"a\"}").toConfig())
        .isEqualTo(new ImageConfig("a", List.of(), List.of(), "", "", List.of(), List.of(), false));
  }

  @Test
  void anItemOfTheListTellsAllThatACatalogNeeds() throws JsonProcessingException {
    ImageSummary summary =
        summary(
            """
            {"Id":"%s","ParentId":"%s","RepoTags":["<none>:<none>","a:1"],"Created":1741064767,
             "Size":7,"SharedSize":3,"Labels":{"k":"v"}}
            """
                .formatted(DIGITS, DIGITS));

    assertThat(summary.toImage(ReferenceNaming.DOCKER))
        .isEqualTo(
            new EngineImage(
                "sha256:" + DIGITS,
                List.of("a:1"),
                OptionalLong.of(7),
                OptionalLong.of(3),
                Optional.of(Instant.parse("2025-03-04T05:06:07Z")),
                Optional.of("sha256:" + DIGITS),
                Map.of("k", "v")));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, DOCKER, -1",
    "0, DOCKER, 0",
    "1, DOCKER, 1",
    "-1, PODMAN, -1",
    "0, PODMAN, -1",
    "1, PODMAN, 1"
  })
  void whatIsSharedIsUnknownAtMinusOneAndOnPodmanAtZero(
      long listed, ReferenceNaming naming, long known) throws JsonProcessingException {
    assertThat(summary("{\"Id\":\"a\",\"SharedSize\":%d}".formatted(listed)).sharedBytes(naming))
        .isEqualTo(known < 0 ? OptionalLong.empty() : OptionalLong.of(known));
    assertThat(summary("{\"Id\":\"a\"}").sharedBytes(naming)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256:abc", "0123456789ab", ""})
  void onlyABareIdOfFullLengthGetsItsAlgorithm(String id) {
    assertThat(ImageIds.full(id)).isEqualTo(id);
    assertThat(ImageIds.full("sha256:" + DIGITS)).isEqualTo("sha256:" + DIGITS);
    assertThat(ImageIds.full(DIGITS)).isEqualTo("sha256:" + DIGITS);
  }
}
