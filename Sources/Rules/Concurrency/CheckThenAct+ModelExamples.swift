extension CheckThenAct {
  /// Where the workspace shows the schema.
  static let modelExamples: [RuleExample] = [
    RuleExample(
      "python",
      "A key of the model rejects the second, and that is handled",
      path: "shop/redeem.py",
      others: [
        "shop/models.py": """
        from django.db import models

        class Coupon(models.Model):
            code = models.CharField(max_length=20)
            user = models.ForeignKey("auth.User", on_delete=models.CASCADE)

            class Meta:
                constraints = [models.UniqueConstraint(fields=["code", "user"], name="once")]
        """
      ],
      """
      from django.db import IntegrityError
      from shop.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code, user=user).exists():
              try:
                  Coupon.objects.create(code=code, user=user)
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
              except IntegrityError:
                  return False
          return True
      """
    ),
    RuleExample(
      "python",
      "A key of the model rejects the second, and nobody is ready for that",
      path: "shop/redeem.py",
      others: [
        "shop/models.py": """
        from django.db import models

        class Coupon(models.Model):
            code = models.CharField(max_length=20, unique=True)
        """
      ],
      """
      from shop.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code).exists():
              Coupon.objects.create(code=code, user=user)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "python",
      "The key of the model is another one, and holds under a condition",
      path: "shop/redeem.py",
      others: [
        "shop/models.py": """
        from django.db import models

        class Coupon(models.Model):
            code = models.CharField(max_length=20)
            serial = models.CharField(max_length=20, unique=True)

            class Meta:
                constraints = [
                    models.UniqueConstraint(fields=["code"], name="live", condition=models.Q(live=True))
                ]
        """
      ],
      """
      from shop.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code).exists():
              Coupon.objects.create(code=code, user=user)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flagged medium
      """
    ),
    RuleExample(
      "python",
      "The model is not in the workspace",
      path: "shop/redeem.py",
      others: ["shop/other.py": "limit = 3"],
      """
      from coupons.models import Coupon

      def redeem(user, code):
          if not Coupon.objects.filter(code=code).exists():
              Coupon.objects.create(code=code, user=user)
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
      """
    ),
    RuleExample(
      "typescript",
      "A mark on the entity makes the key, and its violation is handled",
      path: "src/register.ts",
      others: [
        "src/account.ts": """
        import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

        @Entity()
        export class Account {
          @PrimaryGeneratedColumn() id: number;
          @Column({ unique: true }) email: string;
          name: string;
        }
        """
      ],
      """
      import { Repository } from "typeorm";
      import { Account } from "./account";

      export async function register(accountRepository: Repository<Account>, email: string) {
        const existing = await accountRepository.findOne({ where: { email } });
        if (!existing) {
          try {
            await accountRepository.save({ email });
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          } catch (error) {
            if (error.code !== "23505") throw error;
          }
        }
      }
      """
    ),
    RuleExample(
      "ruby",
      "A migration makes the key, and its violation is handled",
      path: "app/models/redeem.rb",
      others: [
        "db/migrate/20260101000000_add_code_to_coupons.rb": """
        class AddCodeToCoupons < ActiveRecord::Migration[7.1]
          def change
            add_index :coupons, [:code, :user_id], unique: true
          end
        end
        """
      ],
      """
      class Redeem
        def call(user, code)
          return if Coupon.exists?(code: code, user: user)
          begin
            Coupon.create!(code: code, user: user)
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ checked
          rescue ActiveRecord::RecordNotUnique
            false
          end
        end
      end
      """
    ),
    RuleExample(
      "java",
      "A mark on the entity makes the key, and nobody is ready for its violation",
      path: "src/main/java/shop/Registration.java",
      others: [
        "src/main/java/shop/Account.java": """
        package shop;

        import jakarta.persistence.Column;
        import jakarta.persistence.Entity;

        @Entity
        public class Account {
          @Column(unique = true)
          private String email;

          public String getEmail() {
            return email;
          }
        }
        """
      ],
      """
      package shop;

      import shop.accounts.AccountRepository;

      class Registration {
        private final AccountRepository accounts;

        void register(String email, String name) {
          if (!accounts.existsByEmail(email)) {
            accounts.save(new Account(email, name));
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unverified
          }
        }
      }
      """
    ),
  ]
}
