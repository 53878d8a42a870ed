extension UnguardedEmpty {
  static let languageExamples: [RuleExample] = [
    RuleExample(
      "javascript",
      "The average of no ratings is no number",
      """
      export function averageRating(reviews) {
        let sum = 0;
        for (const review of reviews) sum += review.rating;
        return Math.round((sum / reviews.length) * 10) / 10;
                           ^^^^^^^^^^^^^^^^^^^^ flagged high
      }
      """
    ),
    RuleExample(
      "javascript",
      "Reduced without a value to begin with",
      """
      export function total(lines) {
        return lines.map((line) => line.amount).reduce((a, b) => a + b);
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }

      export function sum(lines) {
        return lines.map((line) => line.amount).reduce((a, b) => a + b, 0);
      }
      """
    ),
    RuleExample(
      "javascript",
      "Asked for its length first",
      """
      export function averageRating(reviews) {
        if (!reviews?.length) return null;
        const sum = reviews.reduce((all, review) => all + review.rating, 0);
        return sum / reviews.length;
               ^^^^^^^^^^^^^^^^^^^^ checked
      }

      export const latest = (dates) => dates.length ? dates.map(Number).reduce((a, b) => Math.max(a, b)) : undefined;
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "typescript",
      "The one that fits is taken for granted",
      """
      export function priceOf(products: Product[], id: string): number {
        const product = products.find((candidate) => candidate.id === id);
        return product!.price;
               ^^^^^^^^^^^^^^ flagged medium
      }

      export function nameOf(products: Product[], id: string): string | undefined {
        return products.find((candidate) => candidate.id === id)?.name;
      }
      """
    ),
    RuleExample(
      "typescript",
      "The first of what the caller gives",
      """
      export function currencyOf(lines: OrderLine[]): string {
        return lines[0].currency;
               ^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "Asked for its length first, or never empty",
      """
      export function firstCurrency(lines: OrderLine[]): string | undefined {
        if (lines.length === 0) {
          return undefined;
        }
        return lines[0].currency;
               ^^^^^^^^^^^^^^^^^ checked
      }

      function scaled(factors: number[] = [1, 2]): number {
        return 100 / factors.length;
      }
      """
    ),
    RuleExample(
      "java",
      "The average of no samples",
      """
      import java.util.List;

      class Statistics {
        public double mean(List<Double> samples) {
          double sum = 0;
          for (double sample : samples) {
            sum += sample;
          }
          return sum / samples.size();
                 ^^^^^^^^^^^^^^^^^^^^ flagged high
        }

        public double largest(List<Double> samples) {
          return samples.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }
      }
      """
    ),
    RuleExample(
      "java",
      "Nothing to divide by is refused",
      """
      import java.util.List;

      class Statistics {
        public double mean(List<Double> samples) {
          if (samples == null || samples.isEmpty()) {
            throw new IllegalArgumentException("no samples");
          }
          return sum(samples) / samples.size();
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        }

        public double largest(List<Double> samples) {
          return samples.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        public int first(byte[] frame) {
          return frame[0] << 8;
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "The newest of no versions",
      """
      class Releases {
        fun newest(versions: List<Version>): Version {
          return versions.maxBy { it.number }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
        }

        fun meanSize(files: List<File>): Long {
          return files.sumOf { it.length() } / files.size
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        }
      }
      """
    ),
    RuleExample(
      "kotlin",
      "Nothing, where there is none",
      """
      class Releases {
        fun newest(versions: List<Version>): Version? = versions.maxByOrNull { it.number }

        fun oldest(versions: List<Version>): Version {
          require(versions.isNotEmpty()) { "no versions" }
          return versions.first()
                 ^^^^^^^^^^^^^^^^ checked
        }
      }
      """
    ),
    RuleExample(
      "go",
      "The mean of no durations",
      """
      package stats

      func Mean(durations []float64) float64 {
      	sum := 0.0
      	for _, duration := range durations {
      		sum += duration
      	}
      	return sum / float64(len(durations))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }

      func Newest(versions []string) string {
      	return versions[len(versions)-1]
              ^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "go",
      "Asked for its length first",
      """
      package stats

      func Mean(durations []float64) float64 {
      	if len(durations) == 0 {
      		return 0
      	}
      	return Sum(durations) / float64(len(durations))
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }

      func Kind(frame []byte) byte {
      	return frame[0]
      }
      """
    ),
    RuleExample(
      "rust",
      "The mean of no samples",
      """
      pub fn mean(samples: &[f64]) -> f64 {
          samples.iter().sum::<f64>() / samples.len() as f64
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }

      pub fn newest(releases: &[Release]) -> &Release {
          releases.iter().max_by_key(|release| release.number).unwrap()
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "rust",
      "None has an answer of its own",
      """
      pub fn mean(samples: &[f64]) -> Option<f64> {
          if samples.is_empty() {
              return None;
          }
          Some(samples.iter().sum::<f64>() / samples.len() as f64)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }

      pub fn newest(releases: &[Release]) -> Option<&Release> {
          let first = releases.first()?;
          Some(first)
      }

      pub fn distance(from: &[f64; 2]) -> f64 {
          from[0].abs()
      }
      """
    ),
    RuleExample(
      "swift",
      "The mean of no samples",
      """
      public func mean(of samples: [Double]) -> Double {
        return samples.reduce(0, { $0 + $1 }) / Double(samples.count)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }

      public func newest(_ releases: [Release]) -> Release {
        return releases.max(by: { $0.number < $1.number })!
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "swift",
      "None has an answer of its own",
      """
      public func mean(of samples: [Double]) -> Double? {
        guard !samples.isEmpty else { return nil }
        return samples.reduce(0, { $0 + $1 }) / Double(samples.count)
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }

      public func name(of releases: [Release]) -> String? {
        return releases.first?.name
      }
      """
    ),
    RuleExample(
      "csharp",
      "The average of no lines",
      """
      using System.Collections.Generic;
      using System.Linq;

      public class Cart
      {
          public decimal AveragePrice(List<Line> lines)
          {
              return lines.Sum(line => line.Price) / lines.Count;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }

          public Line Latest(IEnumerable<Line> lines)
          {
              return lines.OrderByDescending(line => line.AddedAt).First();
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
          }
      }
      """
    ),
    RuleExample(
      "csharp",
      "None has an answer of its own",
      """
      using System.Collections.Generic;
      using System.Linq;

      public class Cart
      {
          public decimal AveragePrice(List<Line> lines)
          {
              if (!lines.Any())
              {
                  return 0m;
              }
              return lines.Sum(line => line.Price) / lines.Count;
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }

          public Line? Latest(IEnumerable<Line> lines)
          {
              return lines.OrderByDescending(line => line.AddedAt).FirstOrDefault();
          }

          public int Bucket(IList<int> shards, int key) => key % System.Math.Max(shards.Count, 1);
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }
      """
    ),
    RuleExample(
      "ruby",
      "The first of what may be none",
      """
      def average_score(reviews)
        reviews.sum(&:score) / reviews.size
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      end

      def cheapest_name(offers)
        offers.min_by { |offer| offer.price }.name
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      end
      """
    ),
    RuleExample(
      "ruby",
      "None has an answer of its own",
      """
      def average_score(reviews)
        return 0 if reviews.empty?
        reviews.sum(&:score) / reviews.size
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      end

      def cheapest_name(offers)
        offers.min_by { |offer| offer.price }&.name
      end

      def destroy(taxonomy)
        taxonomy.taxons.find(params[:id]).destroy
      end
      """
    ),
    RuleExample(
      "php",
      "The average of no scores",
      """
      <?php
      function averageScore(array $reviews): float
      {
          return array_sum(array_column($reviews, 'score')) / count($reviews);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      }

      function typeOf(array $journals): string
      {
          return reset($journals)['type'];
                 ^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "php",
      "None has an answer of its own",
      """
      <?php
      function averageScore(array $reviews): float
      {
          if (count($reviews) === 0) {
              return 0.0;
          }
          return array_sum(array_column($reviews, 'score')) / count($reviews);
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      }

      function firstName(array $users): string
      {
          return $users[0]['name'] ?? 'nobody';
      }
      """
    ),
    RuleExample(
      "csharp",
      "What is taken where nothing fits is a pair of its own",
      """
      using System;
      using System.Collections.Generic;
      using System.Linq;

      public static class Accounts
      {
          public static bool HasKey(Guid id, IEnumerable<(Guid Owner, bool HasKey)> keys) =>
              keys.FirstOrDefault(key => key.Owner == id).HasKey;
      }
      """
    ),
    RuleExample(
      "csharp",
      "What is taken where nothing fits is nothing",
      """
      using System.Collections.Generic;
      using System.Linq;

      public static class Accounts
      {
          public static string NameOf(int id, IEnumerable<Account> accounts) =>
              accounts.FirstOrDefault(account => account.Id == id).Name;
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "The call is told to fail where there is none",
      """
      import { Comment } from './models/comment';

      export async function show(id: string) {
        const comment = await Comment.findByPk(id, { rejectOnEmpty: true });
        return comment.documentId;
      }

      export async function peek(id: string) {
        const comment = await Comment.findByPk(id, { rejectOnEmpty: false });
        return comment.documentId;
               ^^^^^^^^^^^^^^^^^^ flagged medium
      }
      """
    ),
    RuleExample(
      "typescript",
      "Only the class itself gives them",
      """
      export class Facets {
        constructor(private readonly index: Index) {}

        private idsOf(variants: Variant[]): string[] {
          return variants[0].facets.map((facet) => facet.id);
        }
      }
      """
    ),
    RuleExample(
      "go",
      "A name that is found has an address",
      """
      package dial

      import "net"

      func host(name string) (string, error) {
          addresses, err := net.LookupHost(name)
          if err != nil {
              return "", err
          }
          return addresses[0], nil
      }

      func alias(address string) (string, error) {
          names, err := net.LookupAddr(address)
          if err != nil {
              return "", err
          }
          return names[0], nil
                 ^^^^^^^^ flagged medium
      }
      """
    ),
  ]
}
