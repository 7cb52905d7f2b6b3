package org.boardbench.report.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.results.FileNames;
import org.boardbench.results.column.ProfileColumns;
import org.boardbench.results.row.ProfileCategory;
import org.boardbench.results.row.ProfileRecord;
import org.boardbench.results.table.StoredRow;

/** Reads what profiled trials have left. */
final class ProfileReader {
  private final Path folder;

  /**
   * @param folder the run's
   */
  ProfileReader(Path folder) {
    this.folder = folder;
  }

  /**
   * The profiles of some trials, in the order of their rows.
   *
   * @param rows of {@code profile.csv}
   * @param trials the last attempts; the ids are fit to be folders
   */
  List<ProfiledStage> stages(List<StoredRow<ProfileRecord>> rows, Set<String> trials) {
    Map<List<Object>, List<StoredRow<ProfileRecord>>> byStage = new LinkedHashMap<>();
    for (StoredRow<ProfileRecord> row : rows) {
      if (trials.contains(row.text(ProfileColumns.TRIAL_ID))) {
        byStage
            .computeIfAbsent(
                List.of(row.text(ProfileColumns.TRIAL_ID), row.number(ProfileColumns.STAGE)),
                first -> new ArrayList<>())
            .add(row);
      }
    }
    return byStage.values().stream().map(this::stage).toList();
  }

  private ProfiledStage stage(List<StoredRow<ProfileRecord>> rows) {
    Map<ProfileCategory, Double> us = new EnumMap<>(ProfileCategory.class);
    Map<ProfileCategory, Double> shares = new EnumMap<>(ProfileCategory.class);
    double samples = 0;
    for (StoredRow<ProfileRecord> row : rows) {
      Optional<ProfileCategory> category = ProfileCategory.of(row.text(ProfileColumns.CATEGORY));
      if (category.isPresent()) {
        us.put(category.get(), row.figure(ProfileColumns.US_PER_DELIVERY));
        shares.put(category.get(), row.figure(ProfileColumns.SHARE_PCT));
      }
      samples += row.figure(ProfileColumns.SAMPLES);
    }
    StoredRow<ProfileRecord> first = rows.getFirst();
    String trial = first.text(ProfileColumns.TRIAL_ID);
    int stage = first.number(ProfileColumns.STAGE);
    return new ProfiledStage(
        trial,
        first.text(ProfileColumns.TARGET),
        stage,
        first.number(ProfileColumns.USERS),
        us,
        shares,
        Math.round(samples),
        stacks(trial, stage));
  }

  private List<String> stacks(String trial, int stage) {
    Path file =
        folder
            .resolve(FileNames.TRIALS)
            .resolve(trial)
            .resolve(FileNames.PROFILE)
            .resolve(FileNames.foldedStacks(stage));
    try {
      return Files.readAllLines(file);
    } catch (IOException gone) {
      return List.of();
    }
  }
}
