/// In languages that are tried by running them: Python, JavaScript, TypeScript, Ruby, PHP.
extension MockEcho {
  static let dynamicExamples: [RuleExample] = [
    RuleExample(
      "python",
      "The mock is asked for what it was told",
      path: "tests/test_repo.py",
      """
      from unittest.mock import Mock


      def test_finds_the_order():
          repo = Mock()
          repo.find.return_value = {"id": "42", "total": 119}
          assert repo.find("42") == {"id": "42", "total": 119}
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The function under test is the one that is replaced",
      path: "tests/test_rates.py",
      """
      from unittest.mock import patch

      from shop import rates


      def test_rate():
          with patch("shop.rates.current", return_value=1.08):
              assert rates.current("EUR") == 1.08
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      """
    ),
    RuleExample(
      "python",
      "The code adds what the double gives",
      path: "tests/test_totals.py",
      """
      from unittest.mock import Mock

      from shop.totals import total


      def test_total_adds_tax():
          rates = Mock()
          rates.tax.return_value = 19
          assert total(100, rates) == 119
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      """
    ),
    RuleExample(
      "python",
      "It may only hand on",
      path: "tests/test_service.py",
      """
      from unittest.mock import Mock

      from shop.service import OrderService


      def test_get():
          repo = Mock()
          order = {"id": "42"}
          repo.find.return_value = order
          assert OrderService(repo).get("42") == order
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "What was asked of the double is another matter",
      path: "tests/test_notice.py",
      """
      from unittest.mock import Mock

      from shop.notices import shipped


      def test_tells_the_customer():
          mailer = Mock()
          mailer.send.return_value = True
          shipped("42", mailer)
          mailer.send.assert_called_once_with("Order 42 is on its way")
      """
    ),
    RuleExample(
      "javascript",
      "The mock is asked for what it was told",
      path: "test/repo.test.js",
      """
      it('finds the order', async () => {
        const repo = { find: jest.fn().mockResolvedValue({ id: '42', total: 119 }) };
        const order = await repo.find('42');
        expect(order).toEqual({ id: '42', total: 119 });
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "javascript",
      "The code computes",
      path: "test/totals.test.js",
      """
      import { total } from '../totals';

      it('adds tax', async () => {
        const rates = { tax: jest.fn().mockResolvedValue(19) };
        expect(await total(100, rates)).toBe(119);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      });
      """
    ),
    RuleExample(
      "javascript",
      "The error that the code makes of the double's",
      path: "test/totals.test.js",
      """
      import { total } from '../totals';

      it('refuses without rates', async () => {
        const rates = { tax: jest.fn().mockResolvedValue(null) };
        await expect(total(100, rates)).rejects.toThrow('no rates');
      });
      """
    ),
    RuleExample(
      "typescript",
      "What is tested is replaced",
      path: "src/rates.spec.ts",
      """
      import { RateService } from './rates';

      it('knows the rate', () => {
        const service = new RateService(http);
        jest.spyOn(service, 'current').mockReturnValue(1.08);
        expect(service.current('EUR')).toBe(1.08);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
      });
      """
    ),
    RuleExample(
      "typescript",
      "Another member is replaced",
      path: "src/rates.spec.ts",
      """
      import { RateService } from './rates';

      it('converts', () => {
        const service = new RateService(http);
        jest.spyOn(service, 'current').mockReturnValue(1.5);
        expect(service.convert(100, 'EUR')).toBe(150);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
      });
      """
    ),
    RuleExample(
      "typescript",
      "It may only hand on",
      path: "src/orders.controller.spec.ts",
      """
      import { OrdersController } from './orders.controller';

      it('gives the order', async () => {
        const order = { id: '42', total: 119 };
        const orders = { find: jest.fn().mockResolvedValue(order) };
        expect(await new OrdersController(orders).get('42')).toBe(order);
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      });
      """
    ),
    RuleExample(
      "ruby",
      "The double is asked for what it was told",
      path: "spec/repo_spec.rb",
      """
      RSpec.describe OrderRepo do
        it "finds the order" do
          repo = instance_double(OrderRepo)
          allow(repo).to receive(:find).and_return("order 42")
          expect(repo.find("42")).to eq("order 42")
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
        end
      end
      """
    ),
    RuleExample(
      "ruby",
      "The code computes",
      path: "spec/totals_spec.rb",
      """
      RSpec.describe Totals do
        it "adds tax" do
          rates = instance_double(Rates)
          allow(rates).to receive(:tax).and_return(19)
          totals = Totals.new(rates)
          expect(totals.of(100)).to eq(119)
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
        end
      end
      """
    ),
    RuleExample(
      "php",
      "The mock is asked for what it was told",
      path: "tests/RepoTest.php",
      #"""
      <?php

      use PHPUnit\Framework\TestCase;

      final class RepoTest extends TestCase
      {
          public function testFindsTheOrder(): void
          {
              $repo = $this->createMock(OrderRepo::class);
              $repo->method('find')->willReturn('order 42');
              $this->assertSame('order 42', $repo->find('42'));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged high
          }
      }
      """#
    ),
    RuleExample(
      "php",
      "The code computes",
      path: "tests/TotalsTest.php",
      #"""
      <?php

      use PHPUnit\Framework\TestCase;

      final class TotalsTest extends TestCase
      {
          public function testAddsTax(): void
          {
              $rates = $this->createMock(Rates::class);
              $rates->method('tax')->willReturn(19);
              $totals = new Totals($rates);
              $this->assertSame(119, $totals->of(100));
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          }
      }
      """#
    ),
  ]
}
