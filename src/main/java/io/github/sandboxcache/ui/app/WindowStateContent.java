package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.ui.app.WindowState.Frame;
import io.github.sandboxcache.ui.app.WindowState.Frame.Place;
import io.github.sandboxcache.ui.app.WindowState.Splits;
import io.github.sandboxcache.ui.cache.Columns.TableLayout;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link WindowState} as it stands in a file; whatever is absent there is as at first. */
public record WindowStateContent(
    @Nullable Double width,
    @Nullable Double height,
    @Nullable Boolean maximized,
    @Nullable Double x,
    @Nullable Double y,
    @Nullable Boolean detailsOpen,
    @Nullable Boolean usageFolded,
    @Nullable Double detailsWidth,
    @Nullable Double usageHeight,
    @Nullable List<String> unfoldedGroups,
    @Nullable Map<String, Double> columns,
    @Nullable List<String> columnOrder,
    @Nullable String sortedBy,
    @Nullable Boolean sortedDescending) {
  static WindowStateContent of(WindowState state) {
    Frame frame = state.frame();
    TableLayout table = state.table();
    return new WindowStateContent(
        frame.width(),
        frame.height(),
        frame.maximized(),
        frame.place().map(Place::x).orElse(null),
        frame.place().map(Place::y).orElse(null),
        state.detailsOpen(),
        state.usageFolded(),
        state.splits().detailsWidth(),
        state.splits().usageHeight(),
        state.unfoldedGroups(),
        table.widths(),
        table.order(),
        table.sort().map(TableLayout.Sort::column).orElse(null),
        table.sort().map(TableLayout.Sort::descending).orElse(null));
  }

  WindowState toState() {
    WindowState usual = WindowState.DEFAULT;
    Optional<Place> place =
        x == null || y == null ? Optional.empty() : Optional.of(new Place(x, y));
    Optional<TableLayout.Sort> sort =
        sortedBy == null
            ? Optional.empty()
            : Optional.of(new TableLayout.Sort(sortedBy, Boolean.TRUE.equals(sortedDescending)));
    return new WindowState(
        new Frame(
            Objects.requireNonNullElse(width, usual.frame().width()),
            Objects.requireNonNullElse(height, usual.frame().height()),
            Objects.requireNonNullElse(maximized, false),
            place),
        Objects.requireNonNullElse(detailsOpen, usual.detailsOpen()),
        Objects.requireNonNullElse(usageFolded, usual.usageFolded()),
        new Splits(
            Objects.requireNonNullElse(detailsWidth, usual.splits().detailsWidth()),
            Objects.requireNonNullElse(usageHeight, usual.splits().usageHeight())),
        Objects.requireNonNullElse(unfoldedGroups, List.of()),
        new TableLayout(
            Objects.requireNonNullElse(columns, Map.of()),
            Objects.requireNonNullElse(columnOrder, List.of()),
            sort));
  }
}
