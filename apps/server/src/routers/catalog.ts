import * as catalog from "@cartwright/core/catalog";
import * as schemas from "@cartwright/core/catalog/schemas";
import { router, shopper, staffWith } from "../trpc.ts";

export const catalogRouter = router({
  /** A page of active products. Errors: `category.not_found`, `page.bad_cursor`. */
  listProducts: shopper.input(schemas.ListProductsInput).query(({ ctx, input }) => catalog.listProducts(ctx.core, input)),
  /** One active product by slug, also by an old one. Errors: `product.not_found`. */
  getProduct: shopper.input(schemas.GetProductInput).query(({ ctx, input }) => catalog.getProduct(ctx.core, input)),
  /** The tree with product counts. */
  listCategories: shopper.query(({ ctx }) => catalog.listCategories(ctx.core)),
  /** One category by slug, also by an old one. Errors: `category.not_found`. */
  getCategory: shopper.input(schemas.GetCategoryInput).query(({ ctx, input }) => catalog.getCategory(ctx.core, input)),
  /** Brands with product counts, by name. */
  listBrands: shopper.query(({ ctx }) => catalog.listBrands(ctx.core)),
  /** What a category's or brand's list can be narrowed by. Errors: `category.not_found`, `brand.not_found`. */
  getFilters: shopper.input(schemas.GetFiltersInput).query(({ ctx, input }) => catalog.getFilters(ctx.core, input)),
  /** The attributes products can have. */
  listAttributes: shopper.query(({ ctx }) => catalog.listAttributes(ctx.core)),

  /** Products of any status. Errors: `category.not_found`, `page.bad_cursor`, `access.*`. */
  listProductsForStaff: staffWith("catalog.read")
    .input(schemas.ListProductsForStaffInput)
    .query(({ ctx, input }) => catalog.listProductsForStaff(ctx.core, input)),
  /** One product of any status by id or slug. Errors: `product.not_found`, `access.*`. */
  getProductForStaff: staffWith("catalog.read")
    .input(schemas.GetProductForStaffInput)
    .query(({ ctx, input }) => catalog.getProductForStaff(ctx.core, input)),
  /** Variants by id, SKU, barcode or product slug. Errors: `access.*`. */
  findVariants: staffWith("catalog.read", "stock.read").input(schemas.FindVariantsInput).query(({ ctx, input }) => catalog.findVariants(ctx.core, input)),

  /** Errors: `product.slug_taken`, `variant.sku_taken`, `brand.not_found`, `category.not_found`, `product.*`, `access.*`. */
  createProduct: staffWith("catalog.write").input(schemas.CreateProductInput).mutation(({ ctx, input }) => catalog.createProduct(ctx.core, input)),
  /** Changes what is given. Errors: `product.not_found` and those of createProduct. */
  updateProduct: staffWith("catalog.write").input(schemas.UpdateProductInput).mutation(({ ctx, input }) => catalog.updateProduct(ctx.core, input)),
  /** Takes a product out of the shop; its orders keep it. Errors: `product.not_found`, `access.*`. */
  archiveProduct: staffWith("catalog.write").input(schemas.ArchiveProductInput).mutation(({ ctx, input }) => catalog.archiveProduct(ctx.core, input)),

  /** Errors: `category.slug_taken`, `category.not_found`, `access.*`. */
  createCategory: staffWith("catalog.write").input(schemas.CreateCategoryInput).mutation(({ ctx, input }) => catalog.createCategory(ctx.core, input)),
  /** Errors: `category.not_found`, `category.slug_taken`, `category.own_descendant`, `access.*`. */
  updateCategory: staffWith("catalog.write").input(schemas.UpdateCategoryInput).mutation(({ ctx, input }) => catalog.updateCategory(ctx.core, input)),
  /** Errors: `category.not_found`, `category.has_children`, `access.*`. */
  archiveCategory: staffWith("catalog.write").input(schemas.ArchiveCategoryInput).mutation(({ ctx, input }) => catalog.archiveCategory(ctx.core, input)),

  /** Errors: `brand.slug_taken`, `access.*`. */
  createBrand: staffWith("catalog.write").input(schemas.CreateBrandInput).mutation(({ ctx, input }) => catalog.createBrand(ctx.core, input)),
  /** Errors: `brand.not_found`, `brand.slug_taken`, `access.*`. */
  updateBrand: staffWith("catalog.write").input(schemas.UpdateBrandInput).mutation(({ ctx, input }) => catalog.updateBrand(ctx.core, input)),
  /** Errors: `brand.not_found`, `access.*`. */
  archiveBrand: staffWith("catalog.write").input(schemas.ArchiveBrandInput).mutation(({ ctx, input }) => catalog.archiveBrand(ctx.core, input)),

  /** Errors: `attribute.code_taken`, `access.*`. */
  createAttribute: staffWith("catalog.write").input(schemas.CreateAttributeInput).mutation(({ ctx, input }) => catalog.createAttribute(ctx.core, input)),
  /** Errors: `attribute.not_found`, `access.*`. */
  updateAttribute: staffWith("catalog.write").input(schemas.UpdateAttributeInput).mutation(({ ctx, input }) => catalog.updateAttribute(ctx.core, input)),
  /** Errors: `attribute.not_found`, `access.*`. */
  archiveAttribute: staffWith("catalog.write").input(schemas.ArchiveAttributeInput).mutation(({ ctx, input }) => catalog.archiveAttribute(ctx.core, input)),

  /** A batch of complete products, each on its own: one bad product refuses no other. Errors: `access.*`. */
  importProducts: staffWith("catalog.write").input(schemas.ImportProductsInput).mutation(({ ctx, input }) => catalog.importProducts(ctx.core, input)),
  /** Products by slug as an import takes them. Errors: `page.bad_cursor`, `access.*`. */
  exportProducts: staffWith("catalog.read").input(schemas.ExportProductsInput).query(({ ctx, input }) => catalog.exportProducts(ctx.core, input)),
});
