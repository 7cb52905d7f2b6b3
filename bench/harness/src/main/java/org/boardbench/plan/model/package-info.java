/**
 * The checked plan: immutable, in the words of the experiment file, with each key declared beside
 * what it sets.
 */
package org.boardbench.plan.model;
