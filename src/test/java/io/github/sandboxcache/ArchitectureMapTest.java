package io.github.sandboxcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Guards that the map in {@code docs/architecture.md} shows the code as it is. */
@AnalyzeClasses(packages = "io.github.sandboxcache", importOptions = DoNotIncludeTests.class)
class ArchitectureMapTest {
  private static final Pattern BOX = Pattern.compile("(?m)^ +(\\w+)\\(?\\[");
  private static final Pattern ARROW =
      Pattern.compile("(?m)^ +([\\w &]+?) (?:-->|-\\. [\\w ]+ \\.->) ([\\w &]+)$");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w/]+)` \\|");

  @ArchTest
  static void everyPackageIsDrawnAndDescribed(JavaClasses classes) throws IOException {
    Set<String> packages = knownBy(classes).keySet();
    assertThat(all(BOX, map())).isEqualTo(packages);
    assertThat(all(ROW, map())).isEqualTo(packages);
  }

  @ArchTest
  static void everyArrowIsTrue(JavaClasses classes) throws IOException {
    Map<String, Set<String>> known = knownBy(classes);
    arrows()
        .forEach(
            (from, targets) ->
                assertThat(known.getOrDefault(from, Set.of())).as(from).containsAll(targets));
  }

  /** What a package knows can be reached from it along the arrows. */
  @ArchTest
  static void noArrowIsMissing(JavaClasses classes) throws IOException {
    Map<String, Set<String>> arrows = arrows();
    knownBy(classes)
        .forEach((from, known) -> assertThat(reached(from, arrows)).as(from).containsAll(known));
  }

  private static Map<String, Set<String>> knownBy(JavaClasses classes) {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass each : classes) {
      Set<String> targets = known.computeIfAbsent(part(each), _ -> new TreeSet<>());
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("io.github.sandboxcache.")
            && !part(target).equals(part(each))) {
          targets.add(part(target));
        }
      }
    }
    return known;
  }

  /** A room of a house, as the map names it: {@code domain_cache}, or {@code cli}. */
  private static String part(JavaClass type) {
    List<String> names = List.of(type.getPackageName().split("\\.", -1));
    return String.join("_", names.subList(3, Math.min(names.size(), 5)));
  }

  private static Map<String, Set<String>> arrows() throws IOException {
    Map<String, Set<String>> arrows = new TreeMap<>();
    Matcher matcher = ARROW.matcher(map());
    while (matcher.find()) {
      for (String from : matcher.group(1).split(" & ", -1)) {
        arrows
            .computeIfAbsent(from, _ -> new TreeSet<>())
            .addAll(List.of(matcher.group(2).split(" & ", -1)));
      }
    }
    return arrows;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
    Set<String> reached = new TreeSet<>();
    List<String> next = List.of(from);
    while (!next.isEmpty()) {
      next =
          next.stream()
              .flatMap(each -> arrows.getOrDefault(each, Set.of()).stream())
              .filter(reached::add)
              .toList();
    }
    return reached;
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1).replace('/', '_'));
    }
    return found;
  }

  private static String map() throws IOException {
    return Files.readString(Path.of("docs/architecture.md"));
  }
}
