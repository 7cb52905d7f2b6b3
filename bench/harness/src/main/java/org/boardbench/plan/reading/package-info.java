/** How plans and manifests are read: strict YAML, values within bounds, keys declared once. */
package org.boardbench.plan.reading;
