package io.github.sandboxcache.service;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.ImageContents;
import io.github.sandboxcache.domain.engine.ContainerEngine;
import io.github.sandboxcache.domain.engine.EngineException;
import io.github.sandboxcache.domain.engine.EngineImage;
import io.github.sandboxcache.domain.engine.EngineUnreachableException;
import io.github.sandboxcache.domain.engine.ImageNotFoundException;
import io.github.sandboxcache.domain.history.ImageState;
import io.github.sandboxcache.domain.history.Operation.Ending;
import io.github.sandboxcache.domain.history.Origin;
import io.github.sandboxcache.domain.orphans.NamingReport;
import io.github.sandboxcache.domain.orphans.NamingReport.Named;
import io.github.sandboxcache.domain.orphans.NamingReport.Unnamed;
import io.github.sandboxcache.domain.orphans.NamingReport.Why;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.orphans.ProvenName;
import io.github.sandboxcache.domain.orphans.SoughtNames;
import io.github.sandboxcache.domain.removal.KeepReason;
import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.Progress;
import io.github.sandboxcache.domain.task.ProgressListener;
import io.github.sandboxcache.domain.usage.UsageReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what failed saves left the names under which sandboxes look for it, where the packages
 * inside are proven by the key. What is inside an image never changes, so it is read once. Every
 * method waits for the engine. Thread-safe.
 */
public final class OrphanNaming {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanNaming.class);

  private final ContainerEngine engine;
  private final Inside inside;
  private final Supplier<UsageReport> usage;
  private final EngineJournal journal;
  private final Clock clock;
  private final Map<String, List<Candidate>> candidatesById = new ConcurrentHashMap<>();

  /** Reads what is inside an image, as {@link Inspector#read} does. */
  @FunctionalInterface
  interface Inside {
    ImageContents read(
        EngineImage image, Catalog catalog, ProgressListener listener, Cancellation cancellation);
  }

  /**
   * Creates it for one engine.
   *
   * @param usage the use of all time, from which it knows what was looked for in vain
   */
  OrphanNaming(
      ContainerEngine engine,
      Inside inside,
      Supplier<UsageReport> usage,
      EngineJournal journal,
      Clock clock) {
    this.engine = engine;
    this.inside = inside;
    this.usage = usage;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Finds out which names those images would get. Changes nothing.
   *
   * @param catalog what the engine has
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when the ledger does not say
   *     what was looked for
   */
  public NamingReport prove(
      List<Orphan> orphans, Catalog catalog, ProgressListener listener, Cancellation cancellation) {
    return each(orphans, catalog, (_, _) -> true, listener, cancellation);
  }

  /**
   * Names those images where their packages are proven. A failure of one never stops the others.
   *
   * @param catalog what the engine has
   * @throws io.github.sandboxcache.domain.usage.UsageLedgerException when the ledger does not say
   *     what was looked for
   */
  public NamingReport name(
      List<Orphan> orphans,
      Catalog catalog,
      Origin origin,
      ProgressListener listener,
      Cancellation cancellation) {
    RunningOperation<Orphan> operation = journal.beginNaming(orphans, origin);
    try {
      NamingReport report =
          each(
              orphans,
              catalog,
              (orphan, reference) -> {
                operation.asking(orphan);
                return engine.nameUntagged(orphan.id(), reference);
              },
              listener,
              cancellation);
      report.named().forEach(each -> operation.settle(each.orphan(), new ImageState.Done()));
      report.unnamed().forEach(each -> note(each, operation));
      operation.end(Ending.at(clock.instant()));
      return report;
    } catch (RuntimeException e) {
      operation.end(Ending.failed(clock.instant(), String.valueOf(e.getMessage())));
      throw e;
    }
  }

  private static void note(Unnamed unnamed, RunningOperation<Orphan> operation) {
    switch (unnamed.why()) {
      case Why.Failed(String reason) -> operation.failed(unnamed.orphan(), reason);
      case Why.Gone() -> operation.kept(unnamed.orphan(), new KeepReason.AlreadyGone());
      case Why.NamedMeanwhile() ->
          operation.kept(unnamed.orphan(), new KeepReason.Named(List.of()));
      case Why.Cancelled() -> operation.kept(unnamed.orphan(), new KeepReason.Cancelled());
      case Why.NothingSought(), Why.NotProven(), Why.Taken _ -> {
        // Without a name of its own there was nothing to do.
      }
    }
  }

  private NamingReport each(
      List<Orphan> orphans,
      Catalog catalog,
      BiPredicate<Orphan, CacheReference> give,
      ProgressListener listener,
      Cancellation cancellation) {
    SoughtNames sought = SoughtNames.of(usage.get(), catalog);
    Set<String> given = new HashSet<>();
    List<Named> named = new ArrayList<>();
    List<Unnamed> unnamed = new ArrayList<>();
    Optional<String> lost = Optional.empty();
    for (int i = 0; i < orphans.size(); i++) {
      Orphan orphan = orphans.get(i);
      try {
        cancellation.throwIfCancelled();
        if (lost.isPresent()) {
          unnamed.add(new Unnamed(orphan, new Why.Failed(lost.get())));
          continue;
        }
        Optional<ProvenName> name =
            prove(orphan, catalog, sought, new Part(listener, i, orphans.size()), cancellation);
        Optional<Why> why =
            name.isEmpty()
                ? Optional.of(sought.isEmpty() ? new Why.NothingSought() : new Why.NotProven())
                : whyNot(orphan, name.get(), given, give);
        if (why.isPresent()) {
          unnamed.add(new Unnamed(orphan, why.get(), guess(orphan, name)));
        } else {
          name.ifPresent(each -> named.add(new Named(orphan, each)));
        }
      } catch (ImageNotFoundException _) {
        unnamed.add(new Unnamed(orphan, new Why.Gone()));
      } catch (CancellationException _) {
        unnamed.add(new Unnamed(orphan, new Why.Cancelled()));
      } catch (EngineException e) {
        LOG.info("{} was not named", orphan.id(), e);
        unnamed.add(new Unnamed(orphan, new Why.Failed(String.valueOf(e.getMessage()))));
        if (e instanceof EngineUnreachableException) {
          lost = Optional.of(String.valueOf(e.getMessage()));
        }
      }
    }
    return new NamingReport(named, unnamed);
  }

  private Optional<ProvenName> prove(
      Orphan orphan,
      Catalog catalog,
      SoughtNames sought,
      ProgressListener listener,
      Cancellation cancellation) {
    if (sought.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate> candidates = candidatesById.get(orphan.id());
    if (candidates == null) {
      candidates = inside.read(orphan.image(), catalog, listener, cancellation).candidates();
      candidatesById.put(orphan.id(), candidates);
    }
    return ProvenName.find(candidates, orphan.language(), sought, cancellation);
  }

  private List<String> guess(Orphan orphan, Optional<ProvenName> name) {
    return name.map(ProvenName::packages)
        .orElseGet(
            () ->
                Candidate.marked(
                    candidatesById.getOrDefault(orphan.id(), List.of()), orphan.language()));
  }

  /** Two images may hold the same packages: the first gets the name. */
  private Optional<Why> whyNot(
      Orphan orphan, ProvenName name, Set<String> given, BiPredicate<Orphan, CacheReference> give) {
    String reference = name.reference().toString();
    if (given.contains(reference) || engine.image(reference).isPresent()) {
      return Optional.of(new Why.Taken(name.reference()));
    }
    if (!give.test(orphan, name.reference())) {
      return Optional.of(new Why.NamedMeanwhile());
    }
    given.add(reference);
    return Optional.empty();
  }

  /** The share of one image in the progress of all. */
  private record Part(ProgressListener whole, int index, int count) implements ProgressListener {
    @Override
    public void onProgress(Progress progress) {
      double done = index + progress.fraction().orElse(0);
      whole.onProgress(Progress.of(progress.step(), progress.detail(), done / count));
    }

    @Override
    public void onLine(String line) {
      whole.onLine(line);
    }
  }
}
