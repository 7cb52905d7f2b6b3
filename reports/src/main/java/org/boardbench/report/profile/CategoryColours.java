package org.boardbench.report.profile;

import java.awt.Color;
import java.util.Optional;
import org.boardbench.report.chart.Palette;
import org.boardbench.results.row.ProfileCategory;

/** In what a category is drawn; what comes in and what goes out are as in the figure of parts. */
public final class CategoryColours {
  private static final Color REST = new Color(0xDADADA);

  private CategoryColours() {}

  public static Color of(ProfileCategory category) {
    return switch (category) {
      case KERNEL_NETWORK -> Palette.VERMILION;
      case WAKE_UPS -> Palette.PURPLE;
      case RECEIVE_PATH -> Palette.SKY_BLUE;
      case PARSING -> Palette.BLUE;
      case APPLICATION -> Palette.GREEN;
      case SEND_PATH -> Palette.ORANGE;
      case JIT -> new Color(0xF0E442);
      case COLLECTOR -> new Color(0x8CD0BC);
      case OTHER_THREADS -> new Color(0xB5DDF5);
      case COMPANIONS -> new Color(0x999999);
      case UNATTRIBUTED -> REST;
    };
  }

  /** As SVG writes it, half way to white so that black text can be read on it. */
  static String hex(Optional<ProfileCategory> category) {
    Color colour = Palette.faint(category.map(CategoryColours::of).orElse(REST));
    return "#%02x%02x%02x".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
