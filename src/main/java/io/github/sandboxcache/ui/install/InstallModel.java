package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import io.github.sandboxcache.domain.install.SandboxNames;
import io.github.sandboxcache.domain.usage.UsageReport;
import io.github.sandboxcache.text.InstallText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What is filled into the Install dialog and what follows from it. Not thread-safe. */
final class InstallModel {
  private final BiFunction<Language, String, Optional<String>> check;
  private final InstallSettings settings;
  private Catalog catalog;
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.PYTHON);
  private final ObservableList<Chip> chips = FXCollections.observableArrayList();
  private final StringProperty entry = new SimpleStringProperty("");
  private final StringProperty givenBase = new SimpleStringProperty("");
  private final StringProperty network = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Plan> plan;
  private UsageReport usage = UsageReport.EMPTY;
  // Read in the background.
  private volatile KnownPackages known;

  /**
   * One package in the field.
   *
   * @param name as given, untrusted
   * @param problem why it is refused, in words; empty when it is fine
   */
  record Chip(String name, Optional<String> problem) {
    boolean valid() {
      return problem.isEmpty();
    }
  }

  /**
   * What an install would do with what is filled in.
   *
   * @param base the base image
   * @param request the request of the valid packages; empty while there is none
   * @param cached the image that is there already under that name
   * @param bad the chips to be fixed first
   */
  record Plan(
      BaseChoice base,
      Optional<InstallRequest> request,
      Optional<CachedImage> cached,
      List<Chip> bad) {
    private static final Pattern IMAGE_NAME = Pattern.compile("[\\w\\[][\\w.:/@\\[\\]-]*");

    /** Whether the base image's name can be one at all. */
    boolean baseValid() {
      return IMAGE_NAME.matcher(base.reference()).matches();
    }

    /** That the sandbox will never look for this image, and why; empty where nothing is known. */
    Optional<String> neverHit() {
      return request
          .map(asked -> SandboxNames.refused(asked.language(), asked.packages()))
          .filter(names -> !names.isEmpty())
          .map(InstallText::neverHit);
    }

    /** Whether Install may be pressed. */
    boolean installable() {
      return request.isPresent() && cached.isEmpty() && bad.isEmpty() && baseValid();
    }
  }

  /**
   * A form with nothing filled in.
   *
   * @param check why a package name is refused for a language, in words; empty when it is fine
   */
  InstallModel(
      BiFunction<Language, String, Optional<String>> check,
      InstallSettings settings,
      Catalog catalog) {
    this.check = check;
    this.settings = settings;
    this.catalog = catalog;
    this.network.set(settings.network().orElse(""));
    this.plan = new ReadOnlyObjectWrapper<>(plan());
    this.known = new KnownPackages(catalog, usage, language.get());
    language.addListener((_, _, _) -> recheck());
    chips.addListener((ListChangeListener<Chip>) _ -> refresh());
    List.<ObservableValue<?>>of(entry, givenBase, network)
        .forEach(value -> value.addListener((_, _, _) -> refresh()));
  }

  /** Fills in language and packages of a request. */
  void fill(InstallRequest request) {
    language.set(request.language());
    chips.setAll(
        request.packages().stream()
            .map(name -> new Chip(name, check.apply(request.language(), name)))
            .toList());
  }

  /** Takes over what the engine has now, and what is known of lookups. */
  void follow(Catalog latest, UsageReport report) {
    catalog = latest;
    usage = report;
    refresh();
  }

  /** Packages of the chosen language to suggest, the likeliest first. From any thread. */
  List<String> knownPackages() {
    return known.names();
  }

  ObjectProperty<Language> languageProperty() {
    return language;
  }

  ObservableList<Chip> chips() {
    return chips;
  }

  /** The name that is being typed; counted as a package as soon as it is a valid one. */
  StringProperty entryProperty() {
    return entry;
  }

  /** Another base image than the usual one; blank for the usual one. */
  StringProperty givenBaseProperty() {
    return givenBase;
  }

  /** The network for the container; blank for the engine's default. */
  StringProperty networkProperty() {
    return network;
  }

  /** All that follows from the above. */
  ReadOnlyObjectProperty<Plan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Turns what is typed into chips. */
  void commitEntry() {
    String typed = entry.get();
    entry.set("");
    add(typed);
  }

  /** Adds every package named in a text; one that is there already is not added again. */
  void add(String text) {
    List<Chip> added = new ArrayList<>();
    for (String name : PackageList.parse(text)) {
      boolean known =
          Stream.concat(chips.stream(), added.stream()).anyMatch(c -> c.name().equals(name));
      if (!known) {
        added.add(chip(name));
      }
    }
    chips.addAll(added);
  }

  /** Takes the last chip away, where there is one. */
  void removeLast() {
    if (!chips.isEmpty()) {
      chips.removeLast();
    }
  }

  private Chip chip(String name) {
    return new Chip(name, check.apply(language.get(), name));
  }

  private void recheck() {
    chips.setAll(chips.stream().map(chip -> chip(chip.name())).toList());
    refresh();
  }

  private void refresh() {
    known = new KnownPackages(catalog, usage, language.get());
    plan.set(plan());
  }

  private Plan plan() {
    List<String> valid = new ArrayList<>();
    chips.stream().filter(Chip::valid).map(Chip::name).forEach(valid::add);
    List<Chip> bad = chips.stream().filter(chip -> !chip.valid()).toList();
    for (String typed : PackageList.parse(entry.get())) {
      if (!valid.contains(typed) && check.apply(language.get(), typed).isEmpty()) {
        valid.add(typed);
      }
    }
    BaseChoice base = BaseChoice.of(language.get(), givenBase.get(), catalog, settings);
    Optional<InstallRequest> request =
        valid.isEmpty() ? Optional.empty() : Optional.of(request(valid, base));
    Optional<CacheReference> reference = request.map(InstallRequest::reference);
    Optional<CachedImage> cached = reference.flatMap(catalog::find);
    return new Plan(base, request, cached, bad);
  }

  private InstallRequest request(List<String> packages, BaseChoice base) {
    return new InstallRequest(
        language.get(),
        packages,
        base.origin() == BaseChoice.Origin.GIVEN ? Optional.of(base.reference()) : Optional.empty(),
        Optional.of(network.get().strip()).filter(name -> !name.isEmpty()));
  }
}
